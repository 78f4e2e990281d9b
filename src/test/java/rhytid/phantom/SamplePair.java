package rhytid.phantom;

import java.util.List;
import java.util.Map;
import rhytid.face.Expression;

/**
 * A pair of sample-images/: one phantom before and after.
 *
 * @param name of its folder
 * @param title what it shows, in a sentence
 * @param followUpSeed makes the follow-up another photo
 * @param effect what the treatment did
 * @param expression beside rest
 * @param followUpFraming how the follow-up is taken: the same care, or not
 * @param followUpCamera sharp, or not
 * @param refusals codes that must come out; empty where the pair is comparable
 * @param findings codes that must be among the findings, with the side where there is one
 */
record SamplePair(
        String name,
        String title,
        Phantom phantom,
        long followUpSeed,
        Effect effect,
        Expression expression,
        Framing followUpFraming,
        Camera followUpCamera,
        List<String> refusals,
        List<Map<String, String>> findings) {

    Visit baseline(Expression shown) {
        return Visit.of(shown).retaken(1000 + phantom.seed() * 10 + shown.ordinal());
    }

    Visit followUp(Expression shown) {
        return Visit.of(shown)
                .with(effect)
                .with(followUpFraming)
                .with(followUpCamera)
                .retaken(2000 + followUpSeed * 10 + shown.ordinal());
    }

    List<Expression> shown() {
        return List.of(Expression.REST, expression);
    }
}
