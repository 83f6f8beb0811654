package com.learnamp.entra.photo.sync;

import com.learnamp.entra.photo.picture.Picture;
import com.learnamp.entra.photo.queue.PhotoLookup;
import java.util.Objects;

/** What is to be written about one person's photo. */
sealed interface PhotoOutcome {

    PhotoLookup lookup();

    record Unchanged(PhotoLookup lookup) implements PhotoOutcome {
        public Unchanged {
            Objects.requireNonNull(lookup, "lookup");
        }
    }

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

    /** None in Entra, or the person is gone. */
    record Removed(PhotoLookup lookup) implements PhotoOutcome {
        public Removed {
            Objects.requireNonNull(lookup, "lookup");
        }
    }
}
