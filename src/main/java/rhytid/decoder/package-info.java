/**
 * Decodes what strangers send in processes of their own, which may crash, hang or fill their memory without the service
 * noticing more than a photo that could not be read.
 */
@NullMarked
package rhytid.decoder;

import org.jspecify.annotations.NullMarked;
