package io.cloudshop.system.journey;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** What a browser complains about on a page: errors in its console, in scripts, against the Content-Security-Policy. */
final class Complaints {

    private static final String REPORT_VIOLATIONS = """
            document.addEventListener('securitypolicyviolation',
                (violation) => console.error('CSP: ' + violation.violatedDirective + ' ' + violation.blockedURI))
            """;

    private final List<String> all = new ArrayList<>();

    Complaints(Page page) {
        page.addInitScript(REPORT_VIOLATIONS);
        page.onPageError(all::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                all.add(message.text() + " " + message.location());
            }
        });
    }

    List<String> all() {
        return List.copyOf(all);
    }

    void forget() {
        all.clear();
    }
}
