package io.cloudshop.auth.account;

import io.cloudshop.auth.audit.SecurityEventType;
import io.cloudshop.auth.audit.SecurityEvents;
import io.cloudshop.auth.problem.AuthProblems;
import io.cloudshop.auth.refresh.RefreshTokens;
import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What administrators do with accounts. There is always somebody who can do it. */
@ApplicationScoped
@Transactional
class UserAdministration {

    private static final long DEEPEST = 10_000;

    private final UserRepository users;
    private final RefreshTokens sessions;
    private final SecurityEvents events;
    private final Event<SessionsEnded> sessionsEnded;

    UserAdministration(
            UserRepository users, RefreshTokens sessions, SecurityEvents events, Event<SessionsEnded> sessionsEnded) {
        this.users = users;
        this.sessions = sessions;
        this.events = events;
        this.sessionsEnded = sessionsEnded;
    }

    /** @param text what address or name contain; null for all */
    UserPage list(String text, long page, int size) {
        if (page > DEEPEST / size) {
            throw new DomainException(
                            CommonProblems.INVALID, "The request is well-formed but some values are not acceptable.")
                    .with(
                            "violations",
                            List.of(Map.of("field", "page", "message", "page * size must be at most " + DEEPEST)));
        }
        List<AdministeredUser> items = users.findContaining(text, (int) page * size, size).stream()
                .map(AdministeredUser::of)
                .toList();
        return new UserPage(items, page, size, users.countContaining(text));
    }

    /**
     * Locks whoever is an administrator first, so that of two who demote each other one is left.
     *
     * @param callerId must be an administrator by now, too: a token remembers what its user was
     */
    AdministeredUser change(UUID callerId, UUID userId, UserChange change) {
        List<UUID> admins = users.lockEnabledAdmins().stream().map(User::id).toList();
        User user = users.lock(userId).orElseThrow(() -> CommonProblems.notFound("The user"));
        AdministeredUser before = AdministeredUser.of(user);
        int epoch = user.sessionEpoch();
        apply(change, user);
        AdministeredUser after = AdministeredUser.of(user);
        if (!user.isEnabledAdmin() && admins.equals(List.of(userId))) {
            throw new DomainException(AuthProblems.LAST_ADMIN, "The shop would be left without an administrator.");
        }
        if (!admins.contains(callerId)) {
            throw new DomainException(CommonProblems.FORBIDDEN, "You are not an administrator any more.");
        }
        remember(callerId, before, after);
        endTokens(user, epoch);
        return after;
    }

    private void remember(UUID callerId, AdministeredUser before, AdministeredUser after) {
        if (!after.roles().equals(before.roles())) {
            String detail = String.join(", ", before.roles()) + " -> " + String.join(", ", after.roles());
            events.record(SecurityEventType.ROLES_CHANGED, after.id(), callerId, detail);
        }
        if (after.enabled() != before.enabled()) {
            var type = after.enabled() ? SecurityEventType.USER_ENABLED : SecurityEventType.USER_DISABLED;
            events.record(type, after.id(), callerId, null);
        }
    }

    /** Sessions of a user who stays go on into the new epoch: they get a token that says what the user is now. */
    private void endTokens(User user, int endedEpoch) {
        if (user.sessionEpoch() == endedEpoch) {
            return;
        }
        sessionsEnded.fire(new SessionsEnded(user.id(), user.sessionEpoch(), Optional.empty()));
        if (user.isEnabled()) {
            sessions.keepAll(user.id(), endedEpoch, user.sessionEpoch());
        }
    }

    private static void apply(UserChange change, User user) {
        if (change.roles() != null) {
            user.assign(change.roles());
        }
        if (change.enabled() != null) {
            user.enable(change.enabled());
        }
    }
}
