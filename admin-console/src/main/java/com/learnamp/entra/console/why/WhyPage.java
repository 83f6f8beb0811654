package com.learnamp.entra.console.why;

import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.session.CurrentVisitor;
import com.learnamp.entra.console.session.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Why isn't this person here? */
@Path("/why")
@Page
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class WhyPage {

    private final CurrentVisitor visitor;
    private final Frames frames;
    private final Why why;

    WhyPage(CurrentVisitor visitor, Frames frames, Why why) {
        this.visitor = visitor;
        this.frames = frames;
        this.why = why;
    }

    /**
     * @param q what is asked about; empty before anything is
     * @param entra answered, failed, silent or not_connected; empty before anything is asked
     * @param failure why Entra could not be read; null otherwise
     * @param erased whether it is the address or the account of somebody who was erased
     */
    record View(
            String q,
            boolean tooShort,
            String entra,
            @Nullable String failure,
            boolean erased,
            List<WhyView> people) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance why(Frame frame, View view);
    }

    @GET
    public TemplateInstance ask(@RestQuery @Nullable String q) {
        String about = q == null ? "" : q.strip().replace("\0", "");
        if (about.length() < Why.SHORTEST || about.length() > Why.LONGEST) {
            return frames.page((transaction, frame) ->
                    Templates.why(
                            frame, new View(about, !about.isEmpty(), "", null, false, List.of())));
        }
        Why.Answer answer = why.why(visitor.company(), about);
        return frames.page((transaction, frame) ->
                Templates.why(
                        frame,
                        new View(
                                about,
                                false,
                                WhyAnswer.of(about, answer).entra(),
                                answer.entra().failure(),
                                answer.erased(),
                                answer.people().stream()
                                        .map(person -> WhyView.of(person, frame.times()))
                                        .toList())));
    }
}
