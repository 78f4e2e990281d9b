package rhytid.web.pages.frame;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rhytid.fault.Stale;
import rhytid.web.Exchange;

/** What was typed into a form, and what is wrong with it: shown again until it is right. */
public final class Form {

    private final @Nullable Exchange exchange;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> refusals = new LinkedHashMap<>();

    private Form(@Nullable Exchange exchange) {
        this.exchange = exchange;
    }

    /** Nothing typed yet. */
    public static Form empty() {
        return new Form(null);
    }

    /** As it was sent. */
    public static Form of(Exchange exchange) {
        return new Form(exchange);
    }

    /** Fills a field before anybody typed. */
    public Form with(String name, String value) {
        values.put(name, value);
        return this;
    }

    /** Empty where nothing was typed. */
    public String value(String name) {
        String set = values.get(name);
        return set != null ? set : exchange == null ? "" : exchange.form(name);
    }

    public List<String> values(String name) {
        return exchange == null ? List.of() : exchange.formAll(name);
    }

    /**
     * Says what is wrong.
     *
     * @param name the field; empty for the form as a whole
     * @param key of the message
     */
    public Form refuse(String name, String key) {
        refusals.putIfAbsent(name, key);
        return this;
    }

    /** Refuses what is empty; true when there is something. */
    public boolean require(String name) {
        if (value(name).isEmpty()) {
            refuse(name, "frame.form.required");
            return false;
        }
        return true;
    }

    /**
     * Of what is changed, in the field {@code version}.
     *
     * @throws Stale where it is none of ours
     */
    public long version() {
        try {
            return Long.parseLong(value("version"));
        } catch (NumberFormatException e) {
            throw new Stale();
        }
    }

    public boolean isRefused() {
        return !refusals.isEmpty();
    }

    /** Key of what is wrong with the field; null for nothing. */
    public @Nullable String refusal(String name) {
        return refusals.get(name);
    }
}
