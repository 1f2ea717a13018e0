package chat.hubbub.search.text;

/**
 * A word of a text, or a character of a script that writes without blanks.
 *
 * @param value the word in the form in which all its spellings are alike; it has neither
 * blanks nor quotes
 * @param start where it begins in the text, in UTF-16 units
 * @param end where it ends in the text
 */
public record Token(String value, int start, int end) {

}
