package com.learnamp.entra.writer.guard;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.company.CompanyTransactions;
import com.learnamp.entra.writer.mail.Delivery;
import com.learnamp.entra.writer.mail.SendMail;
import io.quarkus.mailer.Mail;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Tells those who must act, once, with a link: the company's Owners and Admins.
 *
 * <table>
 * <caption>The flow</caption>
 * <tr><td>in</td><td>{@code provisioning.reviews}, {@code previews}: what nobody has been told
 *     of</td></tr>
 * <tr><td>out</td><td>an e-mail to each Owner and Admin</td></tr>
 * <tr><td>state</td><td>when it was told, in the row; claimed before anything is sent</td></tr>
 * <tr><td>duplicates</td><td>none: what has been claimed is not told again</td></tr>
 * <tr><td>order</td><td>none</td></tr>
 * <tr><td>permanent failure</td><td>an address that is refused is left out; the page tells
 *     on</td></tr>
 * <tr><td>transient failure</td><td>the mail server can't be reached: given back, told later</td></tr>
 * </table>
 */
@ApplicationScoped
class TellAdmins {

    private static final String ADMINS =
            """
            SELECT u.email, u.first_name, c.name FROM learnamp.users u JOIN learnamp.companies c ON c.id = u.company_id
            WHERE u.company_id = ? AND u.role IN ('owner', 'admin') AND u.status <> 'deactivated' ORDER BY u.id
            """;

    private final CompanyTransactions transactions;
    private final SendMail sendMail;
    private final Engine templates;
    private final GuardConfig config;
    private final Clock clock;

    TellAdmins(
            CompanyTransactions transactions,
            SendMail sendMail,
            Engine templates,
            GuardConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.sendMail = sendMail;
        this.templates = templates;
        this.config = config;
        this.clock = clock;
    }

    private record Admin(String email, String firstName, String companyName) {

        /** Personal data. */
        @Override
        public String toString() {
            return "Admin[]";
        }
    }

    private record Claimed(List<Notice> notices, List<Admin> admins) {}

    void tell(CompanyId company) {
        Claimed claimed = transactions.run(company, this::claim);
        boolean reached =
                claimed.notices().stream()
                        .allMatch(notice ->
                                claimed.admins().stream().allMatch(admin -> tell(notice, admin)));
        if (!reached) {
            transactions.run(
                    company,
                    transaction -> {
                        Notice.giveBack(transaction, claimed.notices());
                        return true;
                    });
        }
    }

    private Claimed claim(CompanyTransaction transaction) throws SQLException {
        Instant now = clock.instant();
        List<Notice> notices = Notice.claim(transaction, now.minus(config.tellAfter()), now);
        List<Admin> admins =
                notices.isEmpty()
                        ? List.of()
                        : transaction.query(
                                ADMINS,
                                row ->
                                        new Admin(
                                                row.getString("email"),
                                                row.getString("first_name"),
                                                row.getString("name")),
                                transaction.company());
        return new Claimed(notices, admins);
    }

    /**
     * @return whether the mail server was there
     */
    private boolean tell(Notice notice, Admin admin) {
        Mail mail =
                new Mail()
                        .addTo(admin.email())
                        .setSubject(render(notice, admin, "subject.txt").strip())
                        .setText(render(notice, admin, "body.txt"));
        return !(sendMail.send(mail) instanceof Delivery.Unreachable);
    }

    private String render(Notice notice, Admin admin, String part) {
        Template template =
                Objects.requireNonNull(
                        templates.getTemplate("admin/" + notice.about() + "/" + part),
                        "the template is in this module");
        TemplateInstance text =
                template.data("firstName", admin.firstName())
                        .data("companyName", admin.companyName())
                        .data("people", notice.people())
                        .data("link", config.consoleUrl().resolve(notice.path()).toString());
        return text.render();
    }
}
