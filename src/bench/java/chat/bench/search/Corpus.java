package chat.bench.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Messages of about 60 characters, always the same: nine of ten in words whose
 * frequencies are those of a language, one of ten in Chinese. It needs no libraries.
 */
public final class Corpus {

	/** A word in every eighth message. */
	public static final String FREQUENT = "frequent";

	/** A phrase in every 2,000th message. */
	public static final String PHRASE = "red bus";

	/** A Chinese word in every 500th message. */
	public static final String CHINESE = "大学";

	private static final int WORDS = 50_000;

	private static final int HAN = 3_000;

	private static final int LENGTH = 60;

	private static final String[] SYLLABLES = { "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe",
			"ri", "so", "tu", "va", "we", "xi", "yo", "zu" };

	private final Random random;

	/**
	 * A corpus.
	 * @param seed equal seeds give equal messages
	 */
	public Corpus(long seed) {
		this.random = new Random(seed);
	}

	/**
	 * The next messages.
	 * @param count how many
	 * @return the texts
	 */
	public List<String> next(int count) {
		List<String> texts = new ArrayList<>(count);
		for (int number = 0; number < count; number++) {
			texts.add(next());
		}
		return texts;
	}

	private String next() {
		StringBuilder text = new StringBuilder();
		boolean chinese = this.random.nextInt(10) == 0;
		while (text.length() < (chinese ? LENGTH / 2 : LENGTH)) {
			text.append(chinese ? Character.toString(0x4E00 + rank(HAN)) : word(rank(WORDS)) + " ");
		}
		maybe(8, FREQUENT, text);
		maybe(2_000, PHRASE, text);
		maybe(500, CHINESE, text);
		return text.toString().strip();
	}

	private void maybe(int oneOf, String word, StringBuilder text) {
		if (this.random.nextInt(oneOf) == 0) {
			text.append(' ').append(word);
		}
	}

	/** A rank after Zipf: the word of rank 10 is a tenth as frequent as the first. */
	private int rank(int size) {
		return (int) Math.exp(this.random.nextDouble() * Math.log(size));
	}

	/**
	 * A word.
	 * @param rank its place by frequency, from 1
	 * @return the word
	 */
	public static String word(int rank) {
		StringBuilder word = new StringBuilder();
		for (int rest = rank; rest > 0; rest /= SYLLABLES.length) {
			word.append(SYLLABLES[rest % SYLLABLES.length]);
		}
		return word.append("s").toString();
	}

	/**
	 * The queries of each kind, always the same.
	 * @param kind the kind
	 * @param count how many
	 * @return the queries
	 */
	public static List<String> queries(Kind kind, int count) {
		Random random = new Random(kind.ordinal());
		List<String> queries = new ArrayList<>(count);
		for (int number = 0; number < count; number++) {
			queries.add(kind.query(random));
		}
		return queries;
	}

	/** The kinds of queries. */
	public enum Kind {

		/** A word of about 1 to 10 messages. */
		RARE,

		/** A word in every eighth message, or one of the most frequent ones. */
		FREQUENT,

		/** Two words that are in thousands of messages each. */
		TWO_WORDS,

		/**
		 * A phrase that exists, or two frequent words that may never follow each other.
		 */
		PHRASE,

		/** A Chinese word. */
		CHINESE,

		/** A frequent word in 20 topics. */
		TOPICS,

		/** The first two to four letters of a word. */
		PREFIX;

		String query(Random random) {
			return switch (this) {
				case RARE -> '"' + word(WORDS / 2 + random.nextInt(WORDS / 2)) + '"';
				case FREQUENT -> random.nextBoolean() ? Corpus.FREQUENT : '"' + word(1 + random.nextInt(20)) + '"';
				case TWO_WORDS -> word(10 + random.nextInt(300)) + " \"" + word(10 + random.nextInt(300)) + '"';
				case PHRASE -> random.nextBoolean() ? '"' + Corpus.PHRASE + '"'
						: '"' + word(1 + random.nextInt(50)) + ' ' + word(1 + random.nextInt(50)) + '"';
				case CHINESE -> random.nextBoolean() ? Corpus.CHINESE : Character.toString(0x4E00 + random.nextInt(100))
						+ Character.toString(0x4E00 + random.nextInt(100));
				case TOPICS -> topics(random) + word(1 + random.nextInt(100));
				case PREFIX -> word(1 + random.nextInt(WORDS)).substring(0, 2 + random.nextInt(3));
			};
		}

		private static String topics(Random random) {
			StringBuilder topics = new StringBuilder();
			for (int number = 0; number < 20; number++) {
				topics.append("in:t").append(random.nextInt(200)).append(' ');
			}
			return topics.toString();
		}

	}

}
