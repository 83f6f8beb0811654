package com.learnamp.entra.console.binding;

import com.learnamp.entra.console.input.InvalidInput;
import com.learnamp.entra.console.session.Visitor;
import com.learnamp.entra.console.settings.Author;
import com.learnamp.entra.console.settings.CheckConnection;
import com.learnamp.entra.contracts.CompanyId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Has the directory looked at once something has changed that may let us read it. */
@ApplicationScoped
class LookAtDirectory {

    private final CheckConnection check;

    LookAtDirectory(CheckConnection check) {
        this.check = check;
    }

    void look(CompanyId company, Visitor visitor) {
        try {
            check.ask(
                    company,
                    Optional.empty(),
                    Optional.empty(),
                    new Author(visitor.name(), visitor.isStaff()));
        } catch (InvalidInput withoutGroup) {
            // There is nothing to look for yet; saving the group looks.
        }
    }
}
