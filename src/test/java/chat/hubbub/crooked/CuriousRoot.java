package chat.hubbub.crooked;

/** A class of the root that others may not use. */
public class CuriousRoot {

}
