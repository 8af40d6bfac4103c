/* What the keys do in a table: a long sentence, for whoever asks. */
import { say } from './keys-words.ts'

export const Keys = () => <p>{say().keysAre}</p>
