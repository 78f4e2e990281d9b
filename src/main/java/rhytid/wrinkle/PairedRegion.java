package rhytid.wrinkle;

import org.jspecify.annotations.Nullable;

/**
 * One region in both photos of a pair, read along the same lines, at one blur, over one area of skin.
 *
 * @param before the baseline
 * @param after the follow-up, its contrast brought to the baseline's by the untreated cheek
 * @param relativeChange of the line index, as a share of the baseline's: −0.3 is a fade by 30 %; NaN where the baseline
 *     has too little to take a share of
 * @param relativeError standard error of {@code relativeChange} from what the two photos themselves show: noise beside
 *     the lines, disagreement between lines, and the matching of contrast and blur. What a retake changes beyond that
 *     is for the caller to add
 * @param fadeError standard error of {@code relativeChange} that comes with the change alone: how well it is known what
 *     of the lines' depth is the skin's own. A retake shows nothing of it
 * @param reason why there is no relative change, null where there is
 */
public record PairedRegion(
        RegionLines before,
        RegionLines after,
        double relativeChange,
        double relativeError,
        double fadeError,
        @Nullable String reason) {

    public Region region() {
        return before.region();
    }
}
