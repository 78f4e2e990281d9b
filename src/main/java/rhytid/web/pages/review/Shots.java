package rhytid.web.pages.review;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import rhytid.clinic.Comparison;
import rhytid.report.page.Words;
import tools.jackson.databind.json.JsonMapper;

/** Where a comparison's aligned pictures lie. */
record Shots(Comparison comparison) {

    /** Small enough to come at once; empty where it was deleted. */
    String preview(String expression, String when) {
        return address(expression + "-" + when + ".jpg");
    }

    private String full(String expression, String when) {
        return address(expression + "-" + when + "-full.jpg");
    }

    private String address(String name) {
        return comparison.images().contains(name) ? "/api/v1/comparisons/" + comparison.id() + "/images/" + name : "";
    }

    /** By expression and by {@code before}, {@code after}; empty where there are no pictures. */
    String json(Collection<String> expressions, Words words) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (String expression : expressions) {
            if (!preview(expression, "before").isEmpty()
                    && !preview(expression, "after").isEmpty()) {
                all.put(
                        expression,
                        Map.of("before", shot(expression, "before", words), "after", shot(expression, "after", words)));
            }
        }
        return all.isEmpty() ? "" : JsonMapper.shared().writeValueAsString(all);
    }

    private Map<String, String> shot(String expression, String when, Words words) {
        return Map.of(
                "preview", preview(expression, when),
                "full", full(expression, when),
                "alt", words.say("alt." + when, words.say("expression." + expression)));
    }
}
