package com.learnamp.entra.console.session;

import com.learnamp.entra.contracts.CompanyId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.NotFoundException;
import org.jspecify.annotations.Nullable;

/** Who this request comes from; the guard has set it before a page is reached. */
@RequestScoped
public class CurrentVisitor {

    private @Nullable Visitor visitor;

    void set(Visitor known) {
        visitor = known;
    }

    public Visitor get() {
        if (visitor == null) {
            throw new IllegalStateException("a page without the guard before it");
        }
        return visitor;
    }

    /**
     * @throws NotFoundException if staff have opened none
     */
    public CompanyId company() {
        return get().openCompany().orElseThrow(NotFoundException::new);
    }

    /** For pages of Learn Amp's operations; to everybody else they are not there. */
    public Visitor staff() {
        if (!get().isStaff()) {
            throw new NotFoundException();
        }
        return get();
    }
}
