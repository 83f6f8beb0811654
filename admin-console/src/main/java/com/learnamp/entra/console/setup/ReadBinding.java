package com.learnamp.entra.console.setup;

import com.learnamp.entra.console.binding.BindingNotice;
import com.learnamp.entra.console.binding.EntraLogin;
import com.learnamp.entra.console.binding.TenantClaim;
import com.learnamp.entra.console.binding.TenantRequest;
import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Times;
import com.learnamp.entra.console.session.Visitor;
import com.learnamp.entra.console.settings.Integration;
import com.learnamp.entra.console.settings.TenantBinding;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.store.StoreTransaction;
import com.learnamp.entra.store.UserRole;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the set-up page shows of whose the tenant is. */
@ApplicationScoped
class ReadBinding {

    private final EntraLogin login;

    ReadBinding(EntraLogin login) {
        this.login = login;
    }

    /**
     * @param claimed the tenant that is wanted
     * @param group that is wanted with it
     */
    record Found(
            Optional<EntraTenantId> claimed,
            Optional<EntraObjectId> group,
            SetupView.@Nullable Claim claim,
            SetupView.@Nullable Binding binding,
            List<SetupView.Request> requests) {}

    Found find(StoreTransaction transaction, Frame frame, Integration stored) throws SQLException {
        Optional<TenantClaim> claim = TenantClaim.read(transaction);
        @Nullable EntraTenantId tenant = stored.tenant();
        Optional<TenantBinding.Dated> bound =
                tenant == null ? Optional.empty() : TenantBinding.latest(transaction, tenant);
        boolean owner =
                frame.visitor().who() instanceof Visitor.Who.Admin(long user, UserRole role)
                        && role == UserRole.OWNER;
        return new Found(
                claim.map(TenantClaim::tenant),
                claim.flatMap(wanted -> Optional.ofNullable(wanted.group())),
                claim.map(wanted -> view(wanted, frame)).orElse(null),
                bound.map(binding -> view(binding, frame.times())).orElse(null),
                TenantRequest.open(transaction).stream()
                        .map(open ->
                                new SetupView.Request(
                                        open.company().toString(),
                                        open.name(),
                                        open.claimedBy(),
                                        frame.times().at(open.claimedAt()),
                                        owner))
                        .toList());
    }

    SetupView.@Nullable Notice notice(@Nullable String word) {
        return Optional.ofNullable(word)
                .flatMap(BindingNotice::of)
                .map(notice -> new SetupView.Notice(notice.isGood(), text(notice)))
                .orElse(null);
    }

    private SetupView.Claim view(TenantClaim claim, Frame frame) {
        Instant at =
                switch (claim.state()) {
                    case ENTERED -> claim.claimedAt();
                    case ASKED -> Objects.requireNonNullElse(claim.provedAt(), claim.claimedAt());
                    case DECLINED ->
                            Objects.requireNonNullElse(claim.answeredAt(), claim.claimedAt());
                };
        return new SetupView.Claim(
                claim.state() == TenantClaim.State.ENTERED,
                claim.state() == TenantClaim.State.ASKED,
                login.isConfigured() && !frame.visitor().isStaff(),
                claim.claimedBy(),
                frame.times().at(at));
    }

    private static SetupView.Binding view(TenantBinding.Dated bound, Times times) {
        SetupWords words = MessageBundles.get(SetupWords.class);
        TenantBinding binding = bound.binding();
        return new SetupView.Binding(
                switch (binding.grounds()) {
                    case PROOF -> words.boundByProof();
                    case AGREEMENT -> words.boundByAgreement();
                    case OPERATIONS -> words.boundByOperations();
                },
                times.at(bound.at()));
    }

    private static String text(BindingNotice notice) {
        SetupWords words = MessageBundles.get(SetupWords.class);
        return switch (notice) {
            case BOUND -> words.noticeBound();
            case ASKED -> words.noticeAsked();
            case ACCEPTED -> words.noticeAccepted();
            case DECLINED -> words.noticeDeclined();
            case AUTHORISED -> words.noticeAuthorised();
            case OTHER_TENANT -> words.noticeOtherTenant();
            case NOT_ADMINISTRATOR -> words.noticeNotAdministrator();
            case TURNED_BACK -> words.noticeTurnedBack();
            case NOT_BEGUN -> words.noticeNotBegun();
            case NOT_WANTED -> words.noticeNotWanted();
            case UNTRUE -> words.noticeUntrue();
            case UNREACHABLE -> words.noticeUnreachable();
            case NOT_AUTHORISED -> words.noticeNotAuthorised();
            case AUTHORISED_ELSEWHERE -> words.noticeAuthorisedElsewhere();
        };
    }
}
