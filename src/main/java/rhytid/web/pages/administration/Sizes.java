package rhytid.web.pages.administration;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import rhytid.web.pages.frame.Words;

/** Bytes and periods as people write them. */
public final class Sizes {

    private static final double STEP = 1000;
    private static final List<String> UNITS = List.of("kb", "mb", "gb", "tb");

    private final Words words;

    public Sizes(Words words) {
        this.words = words;
    }

    /** Such as 14.2 MB, in steps of 1000, as disks are sold. */
    public String of(long bytes) {
        double value = bytes / STEP;
        int unit = 0;
        while (value >= STEP && unit < UNITS.size() - 1) {
            value /= STEP;
            unit++;
        }
        return words.say("administration.bytes." + UNITS.get(unit), words.number(value, 1));
    }

    /** Such as 10 years, or 1 year and 6 months. */
    public String of(Period period) {
        List<String> parts = new ArrayList<>();
        part(parts, "years", period.getYears());
        part(parts, "months", period.getMonths());
        part(parts, "days", period.getDays());
        return parts.stream()
                .reduce((a, b) -> words.say("administration.and", a, b))
                .orElseGet(() -> words.count("administration.retention.days", 0));
    }

    private void part(List<String> parts, String unit, int number) {
        if (number != 0) {
            parts.add(words.count("administration.retention." + unit, number));
        }
    }
}
