package io.cloudshop.auth;

import com.tngtech.archunit.core.domain.JavaClass;
import io.cloudshop.testing.ArchitectureContract;
import java.util.Set;

class ArchitectureTest extends ArchitectureContract {

    /** The answers of Redis, also to blocking calls, are types of Vert.x; and only the reactive mailer can be waited for so long. */
    @Override
    protected boolean mayBeReactive(JavaClass type) {
        return Set.of("SharedWindows", "SmtpMailSender").contains(type.getSimpleName());
    }
}
