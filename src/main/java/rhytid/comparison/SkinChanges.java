package rhytid.comparison;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is said of the skin between its lines: nothing yet. Redness and shine change with the camera's white balance and
 * the light more than with any treatment, and without a colour card in the picture the two can't be told apart.
 */
final class SkinChanges {

    private static final String COLOUR = "without a colour reference in the photos, light and skin can't be told apart";

    private SkinChanges() {}

    static Map<String, Change> unknown() {
        Map<String, Change> skin = new LinkedHashMap<>();
        skin.put("redness", Change.unknown("index", COLOUR));
        skin.put("shine", Change.unknown("index", COLOUR));
        skin.put("texture", Change.unknown("index", "the skin between the lines is not measured yet"));
        return skin;
    }
}
