import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import chat.bench.search.Corpus;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.FSDirectory;

/** The same messages and queries in Lucene, in its own process and without HTTP. */
class LuceneControl {

	private static final Analyzer ANALYZER = new StandardAnalyzer();

	private static final Sort NEWEST_FIRST = new Sort(new SortField("id", SortField.Type.LONG, true));

	public static void main(String[] args) throws IOException {
		int messages = Integer.parseInt(args[0]);
		Path folder = Files.createTempDirectory(Path.of(args[1]), "lucene-");
		try (FSDirectory directory = FSDirectory.open(folder)) {
			index(directory, messages);
			try (DirectoryReader reader = DirectoryReader.open(directory)) {
				System.out.println("| query | p50 ms | p99 ms | hits |\n| --- | --: | --: | --: |");
				for (Corpus.Kind kind : Corpus.Kind.values()) {
					measure(new IndexSearcher(reader), kind);
				}
			}
		}
	}

	private static void index(FSDirectory directory, int messages) throws IOException {
		Corpus corpus = new Corpus(1);
		try (IndexWriter writer = new IndexWriter(directory,
				new IndexWriterConfig(ANALYZER).setIndexSort(NEWEST_FIRST))) {
			long id = 0;
			while (id < messages) {
				for (String text : corpus.next(10_000)) {
					Document document = new Document();
					document.add(new TextField("text", text, Field.Store.YES));
					document.add(new StringField("topic", "t" + ++id % 200, Field.Store.NO));
					document.add(new NumericDocValuesField("id", id));
					document.add(new StoredField("number", id));
					writer.addDocument(document);
				}
			}
		}
	}

	private static void measure(IndexSearcher searcher, Corpus.Kind kind) throws IOException {
		List<String> queries = Corpus.queries(kind, 300);
		long hits = 0;
		long[] times = new long[queries.size()];
		for (int round = 0; round < 2; round++) {
			hits = 0;
			for (int at = 0; at < times.length; at++) {
				long begun = System.nanoTime();
				ScoreDoc[] found = searcher.search(query(queries.get(at)), new TopFieldCollectorManager(NEWEST_FIRST, 20, 20)).scoreDocs;
				for (ScoreDoc hit : found) {
					searcher.storedFields().document(hit.doc).get("text");
				}
				times[at] = System.nanoTime() - begun;
				hits += found.length;
			}
		}
		Arrays.sort(times);
		System.out.printf("| %s | %.1f | %.1f | %,d |%n", kind, times[times.length / 2] / 1e6, times[times.length * 99 / 100] / 1e6, hits);
	}

	private static Query query(String typed) throws IOException {
		BooleanQuery.Builder query = new BooleanQuery.Builder();
		BooleanQuery.Builder topics = new BooleanQuery.Builder();
		boolean narrowed = false;
		String rest = typed;
		while (rest.startsWith("in:")) {
			int end = rest.indexOf(' ');
			topics.add(new org.apache.lucene.search.TermQuery(new Term("topic", rest.substring(3, end))), Occur.SHOULD);
			rest = rest.substring(end + 1);
			narrowed = true;
		}
		if (narrowed) {
			query.add(topics.build(), Occur.FILTER);
		}
		boolean quoted = rest.endsWith("\"");
		List<String> parts = new ArrayList<>();
		for (String part : rest.startsWith("\"") ? List.of(rest) : List.of(rest.split(" ", 2))) {
			parts.add(part);
		}
		for (int at = 0; at < parts.size(); at++) {
			query.add(phrase(parts.get(at), at == parts.size() - 1 && !quoted), Occur.MUST);
		}
		return query.build();
	}

	private static Query phrase(String part, boolean prefix) throws IOException {
		List<String> words = new ArrayList<>();
		try (TokenStream tokens = ANALYZER.tokenStream("text", part)) {
			CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
			tokens.reset();
			while (tokens.incrementToken()) {
				words.add(word.toString());
			}
			tokens.end();
		}
		if (prefix && words.size() == 1 && words.get(0).length() > 1) {
			return new PrefixQuery(new Term("text", words.get(0)));
		}
		return new PhraseQuery("text", words.toArray(String[]::new));
	}

}
