package com.learnamp.entra.writer.invite;

import io.quarkus.mailer.Mail;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Writes the invitation in the person's language, from {@code templates/invitation}. */
@ApplicationScoped
class ComposeInvitation {

    private static final String DEFAULT_LANGUAGE = "en";
    private static final Set<String> LANGUAGES = Set.of("en", "fr", "de", "es");

    private final Engine templates;
    private final InvitationsConfig config;

    ComposeInvitation(Engine templates, InvitationsConfig config) {
        this.templates = templates;
        this.config = config;
    }

    Mail compose(Invitation invitation) {
        String language = language(invitation.language());
        return new Mail()
                .addTo(invitation.email())
                .setSubject(render(language, "subject.txt", invitation).strip())
                .setText(render(language, "body.txt", invitation))
                .setHtml(render(language, "body.html", invitation));
    }

    /** fr-CA is written as fr; what there is no text for, as English. */
    private static String language(String code) {
        String base = code.toLowerCase(Locale.ROOT).split("-", 2)[0];
        return LANGUAGES.contains(base) ? base : DEFAULT_LANGUAGE;
    }

    private String render(String language, String part, Invitation invitation) {
        Template template =
                Objects.requireNonNull(
                        templates.getTemplate("invitation/" + language + "/" + part),
                        "the template is in this module");
        TemplateInstance instance =
                template.data("firstName", invitation.firstName())
                        .data("companyName", invitation.companyName())
                        .data("signInUrl", config.signInUrl().toString());
        return instance.render();
    }
}
