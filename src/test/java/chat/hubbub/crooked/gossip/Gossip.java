package chat.hubbub.crooked.gossip;

/** A class in a package that the table does not name. */
public class Gossip {

}
