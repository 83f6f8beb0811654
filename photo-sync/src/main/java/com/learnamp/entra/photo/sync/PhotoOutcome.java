package com.learnamp.entra.photo.sync;

import com.learnamp.entra.photo.picture.Picture;
import com.learnamp.entra.photo.queue.PhotoLookup;
import java.util.Objects;

/** What is to be written about one person's photo, where something may change. */
sealed interface PhotoOutcome {

    PhotoLookup lookup();

    record SetBack(PhotoLookup lookup) implements PhotoOutcome {
        public SetBack {
            Objects.requireNonNull(lookup, "lookup");
        }
    }

    record Stored(PhotoLookup lookup, String mediaEtag, Picture.Accepted picture)
            implements PhotoOutcome {
        public Stored {
            Objects.requireNonNull(lookup, "lookup");
            Objects.requireNonNull(mediaEtag, "mediaEtag");
            Objects.requireNonNull(picture, "picture");
        }
    }

    record Refused(PhotoLookup lookup, String mediaEtag, String reason) implements PhotoOutcome {
        public Refused {
            Objects.requireNonNull(lookup, "lookup");
            Objects.requireNonNull(mediaEtag, "mediaEtag");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** None in Entra. */
    record Removed(PhotoLookup lookup) implements PhotoOutcome {
        public Removed {
            Objects.requireNonNull(lookup, "lookup");
        }
    }

    /** The person is gone, and with him what was remembered. */
    record Gone(PhotoLookup lookup) implements PhotoOutcome {
        public Gone {
            Objects.requireNonNull(lookup, "lookup");
        }
    }
}
