package rhytid.web.pages.gallery;

import java.util.ArrayList;
import java.util.List;
import rhytid.face.Expression;
import rhytid.report.ReadComparison;
import rhytid.web.pages.frame.Words;

/**
 * What changed between two visits, in everyday words. It names what is larger than what taking the photo again would
 * have made and nothing else, it grades no face, and it says how sure it is.
 *
 * @param sentences the largest change of lines first; empty where nothing can be named
 */
public record PlainResult(List<Sentence> sentences) {

    /**
     * One change.
     *
     * @param text a sentence without its full stop
     * @param measured the range in which it lies
     */
    public record Sentence(String text, String measured) {}

    /** More would be a table. */
    private static final int MOST_SENTENCES = 5;

    public PlainResult {
        sentences = List.copyOf(sentences);
    }

    static PlainResult of(ReadComparison result, Words words) {
        List<Sentence> sentences =
                new ArrayList<>(PlainLines.of(result.expressions().values(), words));
        sentences.addAll(PlainHeights.of(result.expressions().get(Expression.REST), words));
        sentences.addAll(PlainMovement.of(result.movement(), words));
        return new PlainResult(sentences.subList(0, Math.min(MOST_SENTENCES, sentences.size())));
    }

    public boolean isEmpty() {
        return sentences.isEmpty();
    }
}
