package com.learnamp.entra.console.page;

import com.learnamp.entra.console.session.Visitor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the frame around a page shows.
 *
 * @param home where the company's pages begin: nothing, or a company's number for staff
 * @param company its name; null where staff have opened none
 * @param zone its name as Learn Amp has it
 * @param attention how many things need a person
 * @param path of this page, for coming back to it
 * @param theme light or dark
 * @param searchKey whether "/" leads to the search
 */
public record Frame(
        Visitor visitor,
        String home,
        @Nullable String company,
        String zone,
        long attention,
        String path,
        Theme theme,
        boolean searchKey,
        Times times) {

    public Frame {
        Objects.requireNonNull(visitor, "visitor");
        Objects.requireNonNull(theme, "theme");
    }

    /** "Helen Marsh" is HM. */
    public String initials() {
        return Faces.initials(visitor.name());
    }

    public String role() {
        return switch (visitor.who()) {
            case Visitor.Who.Admin(long user, var role) ->
                    switch (role) {
                        case OWNER -> times.words().owner();
                        default -> times.words().admin();
                    };
            case Visitor.Who.Staff staff -> times.words().operations();
        };
    }

    /** Whether the company's own admins are here, and not operations that look. */
    public boolean acts() {
        return !visitor.isOnlyLooking();
    }

    public String csrf() {
        return visitor.csrfToken();
    }
}
