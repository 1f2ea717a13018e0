package chat.hubbub.cluster;

/**
 * A message from one node to all others.
 *
 * @param node the id of the node
 * @param number its number on this node
 * @param kind the kind of message
 * @param body the bytes
 */
record NodeMessage(String node, long number, String kind, byte[] body) {

}
