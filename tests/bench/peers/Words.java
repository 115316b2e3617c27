import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;

import java.util.Map;

/** What Vigie's analyser does, as Lucene has it: small letters, elisions, no accents, Snowball stems; one field for each language. */
final class Words {
  static final String[] LANGUAGES = {"en", "fr"};

  static Analyzer analyzer() {
    return new PerFieldAnalyzerWrapper(of("English"), Map.of("fr", of("French")));
  }

  private static Analyzer of(String stemmer) {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream filtered = new LowerCaseFilter(words);
        if (stemmer.equals("French")) {
          filtered = new ElisionFilter(filtered, FrenchAnalyzer.DEFAULT_ARTICLES);
        }
        return new TokenStreamComponents(words, new SnowballFilter(new ASCIIFoldingFilter(filtered), stemmer));
      }
    };
  }

  private Words() {}
}
