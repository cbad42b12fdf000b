/** No question can be read: what lies beside the policies was changed and does not open. `message` names the file and what is to be done; it is for the operator. */
export class KnowledgeClosed extends Error {
  override readonly name = 'KnowledgeClosed';
}
