/* The style of tables on paper, for whoever fetches the rest of a return. */
import './paper.css'
