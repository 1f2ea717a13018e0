package chat.hubbub.crooked;

/** A class of the root, which nobody may use. */
public class CuriousRoot {

}
