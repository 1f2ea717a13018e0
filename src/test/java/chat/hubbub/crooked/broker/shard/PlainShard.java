package chat.hubbub.crooked.broker.shard;

/** A class of a room that another uses. */
public class PlainShard {

}
