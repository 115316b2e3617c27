import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Indexes articles with as many threads, text stored and with positions, columns for the facets: LuceneIndex ROWS.tsv INDEX THREADS */
public final class LuceneIndex {
  private static final double BUFFER_MEGABYTES = 512;

  public static void main(String[] arguments) throws Exception {
    IndexWriterConfig config = new IndexWriterConfig(Words.analyzer());
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
    AtomicReference<IOException> failure = new AtomicReference<>();
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(Path.of(arguments[1])), config);
         BufferedReader rows = Files.newBufferedReader(Path.of(arguments[0]))) {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
        threads.add(new Thread(() -> addAll(rows, writer, failure)));
        threads.get(i).start();
      }
      for (Thread thread : threads) {
        thread.join();
      }
      writer.commit();
    }
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  private static void addAll(BufferedReader rows, IndexWriter writer, AtomicReference<IOException> failure) {
    try {
      for (String row = rows.readLine(); row != null; row = rows.readLine()) {  // readLine() locks
        writer.addDocument(documentOf(row.split("\t", 6)));
      }
    } catch (IOException error) {
      failure.set(error);
    }
  }

  private static Document documentOf(String[] cells) {
    Document document = new Document();
    document.add(new StringField("id", cells[0], Field.Store.YES));
    document.add(new NumericDocValuesField("day", Long.parseLong(cells[1])));
    for (int i = 2; i < 4; i++) {
      String field = i == 2 ? "source" : "language";
      document.add(new StringField(field, cells[i], Field.Store.NO));
      document.add(new SortedDocValuesField(field, new BytesRef(cells[i])));
    }
    document.add(new TextField(cells[3], cells[4] + "\n" + cells[5], Field.Store.YES));
    return document;
  }

  private LuceneIndex() {}
}
