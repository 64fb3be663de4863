package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** What keeps some people from using a page, as far as a program can see it: all rules of axe, WCAG 2.2 AA among them. */
final class Barriers {

    private Barriers() {}

    static void requireNone(Page page) {
        assertThat(on(page)).as(page.url()).isEmpty();
    }

    private static List<String> on(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream().map(Barriers::describe).toList();
    }

    private static String describe(Rule rule) {
        return rule.getId()
                + rule.getNodes().stream().map(CheckedNode::getHtml).collect(Collectors.joining(" | ", ": ", ""));
    }
}
