package rhytid.web.pages.frame;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rhytid.account.Caller.SignedIn;
import rhytid.web.Answer;
import rhytid.web.Endpoint;
import rhytid.web.Exchange;

/** Makes answers of templates. A template takes {@code frame}, and what it shows as {@code page}. */
public final class Views {

    private static final String LANGUAGE_COOKIE = "rhytid_language";
    private static final String FLASH_COOKIE = "rhytid_flash";
    private static final int YEAR_SECONDS = 365 * 24 * 3600;
    private static final int FLASH_SECONDS = 60;

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Views.class.getClassLoader(), "rhytid.pages");
    private final Assets assets = new Assets();
    private final Navigation navigation;
    private final Clock clock;

    public Views(List<Navigation.Entry> navigation, Clock clock) {
        this.navigation = new Navigation(navigation);
        this.clock = clock;
    }

    /** The routes of the frame itself. */
    public List<Endpoint> endpoints() {
        return List.of(assets.endpoint(), Endpoint.form("/language", this::chooseLanguage));
    }

    /** @param template below {@code src/main/jte}, such as {@code people/sign-in.jte} */
    public Answer page(Exchange exchange, String template, Object page) {
        return page(exchange, 200, template, page);
    }

    /** The same with a status, such as 422 for a form that has to be mended. */
    public Answer page(Exchange exchange, int status, String template, Object page) {
        StringOutput html = new StringOutput();
        engine.render(template, Map.of("frame", frame(exchange), "page", page), html);
        return new Answer.Html(status, html.toString(), Map.of());
    }

    /** Goes to another page and says there what was done. */
    public Answer done(Exchange exchange, String path, String messageKey) {
        exchange.setCookie(FLASH_COOKIE, messageKey, FLASH_SECONDS);
        return Answer.seeOther(path);
    }

    public Words words(Exchange exchange) {
        Language language = Language.of(exchange.cookie(LANGUAGE_COOKIE))
                .orElseGet(() -> Language.wanted(exchange.header("Accept-Language")));
        return new Words(language, clock);
    }

    /** The first place that the caller may go to. */
    public String start(Exchange exchange) {
        if (exchange.caller() instanceof SignedIn person && person.mustSetUp()) {
            return Frame.SECOND_FACTOR;
        }
        return navigation.of(exchange.caller()).stream()
                .findFirst()
                .map(Navigation.Entry::path)
                .orElse("/sign-in");
    }

    private Frame frame(Exchange exchange) {
        String here = exchange.pathAndQuery();
        return new Frame(
                words(exchange),
                exchange.caller(),
                navigation.of(exchange.caller()),
                here.replaceFirst("\\?.*", ""),
                here,
                exchange.csrfToken(),
                flash(exchange),
                assets);
    }

    private @Nullable String flash(Exchange exchange) {
        String key = exchange.cookie(FLASH_COOKIE);
        if (key == null
                || !key.matches("[a-z]+(\\.[a-z-]+)+")
                || !words(exchange).has(key)) {
            return null;
        }
        exchange.setCookie(FLASH_COOKIE, "", 0);
        return key;
    }

    private Answer chooseLanguage(Exchange exchange) {
        Language.of(exchange.form("language"))
                .ifPresent(language -> exchange.setCookie(LANGUAGE_COOKIE, language.tag(), YEAR_SECONDS));
        return Answer.seeOther(Paths.ours(exchange.form("back"), "/"));
    }
}
