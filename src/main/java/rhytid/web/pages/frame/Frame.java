package rhytid.web.pages.frame;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rhytid.account.Account;
import rhytid.account.Caller;
import rhytid.account.Caller.Invited;
import rhytid.account.Caller.SignedIn;

/**
 * What every template is given as {@code frame}: the words, who looks at the page, and what stands around it.
 *
 * @param words in the reader's language
 * @param path that was asked for, without the query
 * @param here the same with the query
 * @param csrf what forms carry against forgery; null without a session
 * @param flash key of what to say about what was just done; null for nothing
 */
public record Frame(
        Words words,
        Caller caller,
        List<Navigation.Entry> navigation,
        String path,
        String here,
        @Nullable String csrf,
        @Nullable String flash,
        Assets assets) {

    /** Where people see to their own account. */
    public static final String ACCOUNT = "/account";

    /** Where the second factor is set up. */
    public static final String SECOND_FACTOR = ACCOUNT + "/second-factor";

    /** True while there is something about their account that they have not read, and this is not the place for it. */
    public boolean hasNotices() {
        return caller instanceof SignedIn person && person.hasNotices() && !path.startsWith(ACCOUNT);
    }

    /** Shorter for templates. */
    public String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    /** Where a style, script or picture lies, such as {@code upload/visit.js}. */
    public String asset(String name) {
        return assets.url(name);
    }

    public @Nullable Account account() {
        return caller instanceof SignedIn person ? person.account() : null;
    }

    public boolean isStaff() {
        return caller.isStaff();
    }

    /** True for whoever came by an upload link. */
    public boolean isInvited() {
        return caller instanceof Invited;
    }

    public List<Language> languages() {
        return List.of(Language.values());
    }

    /** What htmx sends along with every request, as JSON. */
    public @Nullable String htmxHeaders() {
        return csrf == null ? null : "{\"X-CSRF-Token\": \"" + csrf + "\"}";
    }
}
