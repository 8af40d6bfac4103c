/*
 * What the libraries behind a first Word file cost by themselves: the same ones as in the bundle of `documents`, of the
 * same parts, imported and touched, and nothing made of them.
 */
import { Logger } from '@aws-lambda-powertools/logger'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import middy from '@middy/core'
import Big from 'big.js'
import holidays from 'chinese-days'
import * as docx from 'docx'
import * as z from 'zod/mini'
import { instant } from '../../shared/time.ts'

const touched = [
  Logger,
  DynamoDBClient,
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  middy,
  Big,
  holidays,
  docx.Document,
  docx.Packer,
  instant,
  z.strictObject,
]

export const handler = async () => ({ statusCode: touched.every((one) => one !== undefined) ? 200 : 500 })
