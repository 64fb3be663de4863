package io.cloudshop.auth.account;

import io.cloudshop.auth.password.PasswordPolicy;
import io.cloudshop.auth.password.TypedPassword;
import io.cloudshop.auth.problem.AuthProblems;
import io.cloudshop.auth.profile.LocalProfile;
import io.cloudshop.auth.token.Roles;
import io.cloudshop.defaults.problem.DomainException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Sees to it that somebody can administer the shop, and that outside the local profiles it is nobody with the password
 * that stands in this repository.
 */
@ApplicationScoped
class FirstAdmin {

    static final String LOCAL_PASSWORD = "admin-password-local";

    private static final Logger LOG = Logger.getLogger(FirstAdmin.class);
    private static final String NAME = "Administrator";

    private final FirstAdminConfig config;
    private final Accounts accounts;
    private final UserRepository users;
    private final PasswordPolicy policy;
    private final boolean local;

    @Inject
    FirstAdmin(FirstAdminConfig config, Accounts accounts, UserRepository users, PasswordPolicy policy) {
        this(config, accounts, users, policy, LocalProfile.isActive());
    }

    FirstAdmin(FirstAdminConfig config, Accounts accounts, UserRepository users, PasswordPolicy policy, boolean local) {
        this.config = config;
        this.accounts = accounts;
        this.users = users;
        this.policy = policy;
        this.local = local;
    }

    void ensure(@Observes StartupEvent event) {
        ensure();
    }

    void ensure() {
        if (config.email().isEmpty() && config.password().isEmpty()) {
            requireAnAdmin();
            return;
        }
        String email = config.email().map(String::strip).orElseThrow(() -> stop("CLOUDSHOP_ADMIN_EMAIL is not set"));
        String password = config.password().orElseThrow(() -> stop("CLOUDSHOP_ADMIN_PASSWORD is not set"));
        requireGood(password, email);
        users.findByEmail(email).ifPresentOrElse(FirstAdmin::warnUnlessAdmin, () -> create(email, password));
    }

    private void requireAnAdmin() {
        if (!users.hasEnabledAdmin()) {
            throw stop("there is no administrator yet and CLOUDSHOP_ADMIN_EMAIL and CLOUDSHOP_ADMIN_PASSWORD are not"
                    + " set");
        }
    }

    private void requireGood(String password, String email) {
        if (!local && password.equals(LOCAL_PASSWORD)) {
            throw stop("CLOUDSHOP_ADMIN_PASSWORD is the local default, which everybody knows");
        }
        policy.weakness(TypedPassword.of(password), email).ifPresent(weakness -> {
            throw stop("CLOUDSHOP_ADMIN_PASSWORD " + weakness);
        });
    }

    private void create(String email, String password) {
        try {
            accounts.open(email, NAME, TypedPassword.of(password), List.of(Roles.CUSTOMER, Roles.ADMIN));
            LOG.info("Created the first administrator");
        } catch (DomainException e) {
            if (!AuthProblems.EMAIL_TAKEN.equals(e.type())) {
                throw e;
            }
            LOG.info("Another replica created the first administrator");
        }
    }

    private static void warnUnlessAdmin(User user) {
        if (!user.profile().roles().contains(Roles.ADMIN)) {
            LOG.warn("The user with the first administrator's address is not an administrator; left alone");
        }
    }

    private static ConfigurationException stop(String reason) {
        return new ConfigurationException("auth-service cannot start: " + reason + ".");
    }
}
