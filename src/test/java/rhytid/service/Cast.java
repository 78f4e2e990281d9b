package rhytid.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The people of a small clinic, and two patients with a compared pair of visits each. */
record Cast(
        HttpCalls admin,
        HttpCalls injector,
        HttpCalls assistant,
        HttpCalls mara,
        HttpCalls nora,
        String maraId,
        String noraId) {

    static final String PASSWORD = "Regenschirm-Quitte-7";

    static Cast of(TestNode node) {
        HttpCalls admin = node.admin();
        String mara = admin.post("/patients", Map.of("name", "Mara")).is(201).id();
        String nora = admin.post("/patients", Map.of("name", "Nora")).is(201).id();
        return new Cast(
                admin,
                account(node, admin, "injector", null),
                account(node, admin, "assistant", null),
                account(node, admin, "patient", mara),
                account(node, admin, "patient", nora),
                mara,
                nora);
    }

    private static HttpCalls account(TestNode node, HttpCalls admin, String role, String patientId) {
        String email = role + (patientId == null ? "" : patientId) + "@clinic.example";
        Map<String, Object> user = patientId == null
                ? Map.of("email", email, "role", role, "password", PASSWORD)
                : Map.of("email", email, "role", role, "password", PASSWORD, "patientId", patientId);
        admin.post("/users", user).is(201);
        return node.calls().signIn(email, PASSWORD);
    }

    /** A patient alone. */
    static String patient(HttpCalls admin) {
        return admin.post("/patients", Map.of("name", "Somebody")).is(201).id();
    }

    /** A treatment with 20 units of a toxin. */
    static void treated(HttpCalls staff, String patientId, LocalDate day, String... areas) {
        staff.post(
                        "/patients/" + patientId + "/treatments",
                        Map.of("date", day.toString(), "product", "toxin", "areas", List.of(areas), "units", 20))
                .is(201);
    }

    /** An account of the patient's own. */
    static void account(HttpCalls admin, String patientId, String email) {
        admin.post("/users", Map.of("email", email, "role", "patient", "password", PASSWORD, "patientId", patientId))
                .is(201);
    }

    /** A comparison of a new patient that came to an end. */
    static JsonNode compared(HttpCalls admin) {
        String patient = patient(admin);
        return compared(admin, visit(admin, patient, 40), visit(admin, patient, 90));
    }

    /** A comparison of these visits that came to an end. */
    static JsonNode compared(HttpCalls staff, String baselineVisit, String followUpVisit) {
        String id = staff.post("/comparisons", Map.of("baselineVisit", baselineVisit, "followUpVisit", followUpVisit))
                .is(202)
                .id();
        return staff.finished(id);
    }

    /** A visit on a day, with its photos by expression. */
    static String visit(HttpCalls staff, String patientId, LocalDate day, Map<String, byte[]> photos) {
        String visit = staff.post(
                        "/patients/" + patientId + "/visits",
                        Map.of("date", day.toString(), "expressions", photos.keySet()))
                .is(201)
                .id();
        photos.forEach((expression, photo) -> staff.upload("/visits/" + visit + "/photos/" + expression, photo)
                .is(201));
        return visit;
    }

    /** Photos of a sample pair's folder. */
    static Map<String, byte[]> photos(Path folder, String... expressions) {
        Map<String, byte[]> photos = new LinkedHashMap<>();
        for (String expression : expressions) {
            try {
                photos.put(expression, Files.readAllBytes(folder.resolve(expression + ".jpg")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return photos;
    }

    /** A visit with a photo at rest. */
    String visit(String patientId, int grey) {
        return visit(admin, patientId, grey);
    }

    static String visit(HttpCalls admin, String patientId, int grey) {
        String visit = admin.post("/patients/" + patientId + "/visits", Map.of("expressions", List.of("rest")))
                .is(201)
                .id();
        admin.upload("/visits/" + visit + "/photos/rest", FakeLine.photo(grey)).is(201);
        return visit;
    }

    /** A comparison that is done. */
    JsonNode comparison(String patientId) {
        return compared(admin, visit(patientId, 40), visit(patientId, 200));
    }
}
