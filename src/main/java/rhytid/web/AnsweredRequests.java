package rhytid.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rhytid.account.SecretBox;
import rhytid.account.Token;
import rhytid.database.Transactions;

/**
 * Requests with an Idempotency-Key. The key is written in the same transaction as what the request makes, and a second
 * request with the key waits for the first one's end: however often it is sent, one thing is made. What was answered is
 * kept encrypted, for it may hold a link that lets somebody in.
 */
final class AnsweredRequests {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int LONGEST_KEY = 255;

    private final Transactions transactions;
    private final SecretBox box;
    private final Clock clock;

    AnsweredRequests(Transactions transactions, SecretBox box, Clock clock) {
        this.transactions = transactions;
        this.box = box;
        this.clock = clock;
    }

    /** What is told again: all of an answer but its status. */
    private record Told(@Nullable String json, Map<String, String> headers) {}

    interface Work {
        Answer.Document run();
    }

    Answer.Document once(Exchange exchange, String route, String key, byte[] body, Work work) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new Problem(400, "idempotency-key", "Idempotency-Key has 1 to " + LONGEST_KEY + " characters.");
        }
        String caller = exchange.caller().id();
        String request = Token.hash(route + "\n" + Token.hash(new String(body, StandardCharsets.ISO_8859_1)));
        return transactions.in(handle -> {
            if (!claim(handle, caller, key, request)) {
                return earlier(handle, caller, key, request);
            }
            Answer.Document answer = work.run();
            remember(handle, caller, key, answer, exchange.patientId());
            return answer;
        });
    }

    static void forgetOld(Transactions transactions, Clock clock) {
        transactions.run(handle -> handle.createUpdate("delete from answered_request where created_at < :old")
                .bind("old", clock.instant().minus(KEPT))
                .execute());
    }

    /** False when there is one with this key; waits while the first one is being worked on. */
    private boolean claim(Handle handle, String caller, String key, String request) {
        return handle.createUpdate("""
                        insert into answered_request (caller, key, request_hash, status, created_at)
                        values (:caller, :key, :request, 0, :now) on conflict do nothing""")
                        .bind("caller", caller)
                        .bind("key", key)
                        .bind("request", request)
                        .bind("now", clock.instant())
                        .execute()
                == 1;
    }

    private void remember(
            Handle handle, String caller, String key, Answer.Document answer, @Nullable String patientId) {
        handle.createUpdate("""
                        update answered_request set status = :status, answer = :answer, patient_id = :patient
                        where caller = :caller and key = :key""")
                .bind("status", answer.status())
                .bind("answer", locked(new Told(answer.json(), answer.headers()), caller, key))
                .bind("patient", patientId)
                .bind("caller", caller)
                .bind("key", key)
                .execute();
    }

    private Answer.Document earlier(Handle handle, String caller, String key, String request) {
        return handle.createQuery("""
                        select status, answer from answered_request
                        where caller = :caller and key = :key and request_hash = :request""")
                .bind("caller", caller)
                .bind("key", key)
                .bind("request", request)
                .map((row, context) -> {
                    Told told = opened(row.getBytes("answer"), caller, key);
                    return new Answer.Document(row.getInt("status"), told.json(), told.headers());
                })
                .findOne()
                .orElseThrow(() -> new Problem(
                        422, "idempotency-key-reused", "This Idempotency-Key was used for another request."));
    }

    private byte[] locked(Told told, String caller, String key) {
        return box.seal(Json.text(told).getBytes(StandardCharsets.UTF_8), owner(caller, key));
    }

    private Told opened(byte @Nullable [] answer, String caller, String key) {
        return Optional.ofNullable(answer)
                .flatMap(locked -> box.open(locked, owner(caller, key)))
                .map(plain -> Json.MAPPER.readValue(plain, Told.class))
                .orElseThrow(() -> new Problem(
                        409,
                        "answer-not-readable",
                        "This was done already, but what was answered can't be read any more, because the service was"
                                + " updated or given another key since. Look at what is there before you send it with"
                                + " a new Idempotency-Key."));
    }

    private static String owner(String caller, String key) {
        return "answer " + caller + " " + key;
    }
}
