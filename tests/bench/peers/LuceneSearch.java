import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.QueryBuilder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Answers queries with a whole page: ten best, exact total, counts by language, source and month (the year's and the timeline's), ten snippets from the
 * stored text. LuceneSearch INDEX; a query on each line of its input, and for each a line "microseconds TAB total". No query is cached.
 */
public final class LuceneSearch {
  private static final int PER_PAGE = 10;
  private static final int MONTHS = 12 * 300;

  private final IndexSearcher searcher;
  private final UnifiedHighlighter highlighter;
  private final QueryBuilder words = new QueryBuilder(Words.analyzer());
  private long highlighted;

  private LuceneSearch(String index) throws IOException {
    searcher = new IndexSearcher(DirectoryReader.open(MMapDirectory.open(Path.of(index))));
    searcher.setQueryCache(null);
    highlighter = new UnifiedHighlighter(searcher, Words.analyzer());
  }

  public static void main(String[] arguments) throws IOException {
    LuceneSearch search = new LuceneSearch(arguments[0]);
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      long begin = System.nanoTime();
      long total = search.page(line);
      System.out.println((System.nanoTime() - begin) / 1000 + "\t" + total);
    }
  }

  private long page(String text) throws IOException {
    Query query = queryOf(text);
    TopScoreDocCollector best = TopScoreDocCollector.create(PER_PAGE, Integer.MAX_VALUE);
    searcher.search(query, MultiCollector.wrap(best, new Counts()));
    TopDocs top = best.topDocs();
    for (String[] snippets : highlighter.highlightFields(Words.LANGUAGES, query, top).values()) {
      for (String snippet : snippets) {
        highlighted += snippet == null ? 0 : snippet.length();
      }
    }
    return top.totalHits.value;
  }

  /** `a b`, `a OR b` or `"a b"`. */
  private Query queryOf(String text) {
    if (text.startsWith("\"")) {
      return inEither(text.substring(1, text.length() - 1), true);
    }
    BooleanClause.Occur joined = text.contains(" OR ") ? BooleanClause.Occur.SHOULD : BooleanClause.Occur.MUST;
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String word : text.split(" OR | ")) {
      query.add(inEither(word, false), joined);
    }
    return query.build();
  }

  private Query inEither(String text, boolean phrase) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String field : Words.LANGUAGES) {
      query.add(phrase ? words.createPhraseQuery(field, text) : words.createBooleanQuery(field, text), BooleanClause.Occur.SHOULD);
    }
    return query.build();
  }

  /** Of every match. */
  private static final class Counts extends SimpleCollector {
    private final int[] sources = new int[1024];
    private final int[] languages = new int[16];
    private final int[] months = new int[MONTHS];
    private SortedDocValues source;
    private SortedDocValues language;
    private NumericDocValues day;

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
      source = context.reader().getSortedDocValues("source");
      language = context.reader().getSortedDocValues("language");
      day = context.reader().getNumericDocValues("day");
    }

    @Override
    public void collect(int document) throws IOException {
      count(sources, source, document);
      count(languages, language, document);
      if (day.advanceExact(document)) {
        long value = day.longValue();
        months[(int) ((value / 10000 - 1900) * 12 + value / 100 % 100)]++;
      }
    }

    private void count(int[] counts, SortedDocValues values, int document) throws IOException {
      if (values.advanceExact(document)) {
        counts[values.ordValue()]++;
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
