/** Who people are, what each may do, and the log of what they did. */
@NullMarked
package rhytid.account;

import org.jspecify.annotations.NullMarked;
