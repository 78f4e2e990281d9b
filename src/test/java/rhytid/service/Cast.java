package rhytid.service;

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

    /** A comparison of a new patient that came to an end. */
    static JsonNode compared(HttpCalls admin) {
        String patient = patient(admin);
        String id = admin.post(
                        "/comparisons",
                        Map.of("baselineVisit", visit(admin, patient, 40), "followUpVisit", visit(admin, patient, 90)))
                .is(202)
                .id();
        return admin.finished(id);
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
        String id = admin.post(
                        "/comparisons",
                        Map.of("baselineVisit", visit(patientId, 40), "followUpVisit", visit(patientId, 200)))
                .is(202)
                .id();
        return admin.finished(id);
    }
}
