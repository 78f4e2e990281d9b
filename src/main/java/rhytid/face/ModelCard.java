package rhytid.face;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a {@code model.json} and holds its network against the sum stated there. */
final class ModelCard {

    private ModelCard() {}

    /** @throws UnusableModelException if the card is not understood, or its network is missing or damaged */
    static Model read(Path card, String whatToDo) {
        JsonNode json = parse(card, whatToDo);
        Path file = card.resolveSibling(text(json, "file", card, whatToDo));
        if (!Files.isRegularFile(file)) {
            throw new UnusableModelException(file, "is missing", whatToDo);
        }
        String stated = text(json, "sha256", card, whatToDo).toLowerCase(Locale.ROOT);
        String actual = Model.sha256(Model.read(file));
        if (!stated.equals(actual)) {
            throw new UnusableModelException(
                    file, "is damaged: its SHA-256 is " + actual + ", its card says " + stated, whatToDo);
        }
        return new Model(
                text(json, "task", card, whatToDo),
                text(json, "name", card, whatToDo),
                text(json, "version", card, whatToDo),
                file,
                actual,
                text(json, "licence", card, whatToDo),
                text(json, "origin", card, whatToDo),
                input(json.path("input"), card, whatToDo),
                outputs(json.path("outputs")),
                json.path("outputs").path("pointShift").asDouble(0),
                json.path("crop").path("scale").asDouble(1.5));
    }

    private static JsonNode parse(Path card, String whatToDo) {
        try {
            return JsonMapper.builder().build().readTree(Model.read(card));
        } catch (JacksonException e) {
            throw new UnusableModelException(card, "is no JSON: " + e.getOriginalMessage(), whatToDo);
        }
    }

    private static String text(JsonNode json, String key, Path card, String whatToDo) {
        JsonNode value = json.path(key);
        if (!value.isString() && !value.isNumber()) {
            throw new UnusableModelException(card, "says no " + key, whatToDo);
        }
        return value.asString();
    }

    private static Model.Input input(JsonNode json, Path card, String whatToDo) {
        String channels = json.path("channels").asString("");
        if (!channels.equals("RGB") && !channels.equals("BGR")) {
            throw new UnusableModelException(card, "says no input.channels, RGB or BGR", whatToDo);
        }
        try {
            return new Model.Input(
                    json.path("size").asInt(0), json.path("scale").asDouble(0), channels.equals("RGB"));
        } catch (IllegalArgumentException e) {
            throw new UnusableModelException(card, "describes " + e.getMessage(), whatToDo);
        }
    }

    private static Map<String, String> outputs(JsonNode json) {
        Map<String, String> outputs = new HashMap<>();
        json.properties().forEach(entry -> {
            if (entry.getValue().isString()) {
                outputs.put(entry.getKey(), entry.getValue().asString());
            }
        });
        return outputs;
    }
}
