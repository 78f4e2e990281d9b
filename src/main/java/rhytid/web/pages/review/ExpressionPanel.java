package rhytid.web.pages.review;

import java.util.ArrayList;
import java.util.List;
import rhytid.comparison.ExpressionChanges;
import rhytid.report.page.MeasureRow;
import rhytid.report.page.RegionRow;
import rhytid.report.page.Words;

/**
 * The tables of one expression.
 *
 * @param key as in comparison.json
 * @param chosen whether it is the one shown first
 * @param heights brows, then eyelids
 * @param mouth mouth and lower face
 * @param before the address of the small picture; empty where it was deleted
 * @param after likewise
 */
public record ExpressionPanel(
        String key,
        String name,
        boolean chosen,
        List<RegionRow> regions,
        List<MeasureRow> symmetry,
        List<List<MeasureRow>> heights,
        List<MeasureRow> mouth,
        List<MeasureRow> skin,
        String before,
        String after) {

    static ExpressionPanel of(ExpressionChanges changes, boolean chosen, Shots shots, Words words) {
        String key = changes.expression().key();
        List<MeasureRow> mouth = new ArrayList<>(MeasureRow.group("mouth", changes.measures(), words));
        mouth.addAll(MeasureRow.group("lowerFace", changes.measures(), words));
        return new ExpressionPanel(
                key,
                words.say("expression." + key),
                chosen,
                RegionRow.of(changes.wrinkles(), words),
                MeasureRow.group("symmetry", changes.measures(), words),
                List.of(
                        MeasureRow.group("brows", changes.measures(), words),
                        MeasureRow.group("eyelids", changes.measures(), words)),
                mouth,
                MeasureRow.skin(changes.skin(), words),
                shots.preview(key, "before"),
                shots.preview(key, "after"));
    }
}
