package io.cloudshop.auth.account;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.defaults.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What administrators do with accounts. There is always somebody who can do it. */
@ApplicationScoped
@Transactional
class UserAdministration {

    static final ProblemType LAST_ADMIN = new ProblemType("last-admin", 409, "Last administrator");

    private static final long DEEPEST = 10_000;

    private final UserRepository users;

    UserAdministration(UserRepository users) {
        this.users = users;
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
        apply(change, user);
        if (!user.isEnabledAdmin() && admins.equals(List.of(userId))) {
            throw new DomainException(LAST_ADMIN, "The shop would be left without an administrator.");
        }
        if (!admins.contains(callerId)) {
            throw new DomainException(CommonProblems.FORBIDDEN, "You are not an administrator any more.");
        }
        return AdministeredUser.of(user);
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
