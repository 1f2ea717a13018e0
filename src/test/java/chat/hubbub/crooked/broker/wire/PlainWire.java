package chat.hubbub.crooked.broker.wire;

/** A class of a room that another uses. */
public class PlainWire {

}
