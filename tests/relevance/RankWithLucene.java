/*
 * What Lucene finds for the questions of a test collection, the best first, to set Vigie's ranking
 * beside: BM25 as it comes (k1 1.2, b 0.75), title and text in one field, any of the words.
 *
 *   java -cp LUCENE_JARS RankWithLucene.java FOLDER en|fr
 *
 * prints a line "question TAB document" for each of the first 1000 documents of each question.
 */
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.QueryBuilder;

public final class RankWithLucene {
  private static final int MOST = 1000;

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Analyzer analyzer = arguments[1].equals("fr") ? new FrenchAnalyzer() : new EnglishAnalyzer();
    Directory index = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(index, new IndexWriterConfig(analyzer))) {
      for (String line : Files.readAllLines(folder.resolve("docs.tsv"), StandardCharsets.UTF_8)) {
        writer.addDocument(documentOf(line.split("\t", -1)));
      }
    }
    IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(index));
    QueryBuilder words = new QueryBuilder(analyzer);
    for (String line : Files.readAllLines(folder.resolve("q.tsv"), StandardCharsets.UTF_8)) {
      String[] question = line.split("\t", 2);
      Query query = words.createBooleanQuery("text", question[1]);
      if (query != null) {
        print(question[0], query, searcher);
      }
    }
  }

  private static Document documentOf(String[] columns) {
    Document document = new Document();
    document.add(new StoredField("id", columns[0]));
    document.add(new TextField("text", columns[1] + " " + columns[2], Field.Store.NO));
    return document;
  }

  private static void print(String question, Query query, IndexSearcher searcher) throws Exception {
    StringBuilder lines = new StringBuilder();
    for (ScoreDoc hit : searcher.search(query, MOST).scoreDocs) {
      lines.append(question).append('\t').append(searcher.doc(hit.doc).get("id")).append('\n');
    }
    System.out.print(lines);
  }
}
