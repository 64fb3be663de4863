package io.cloudshop.defaults.problem;

import io.cloudshop.defaults.request.DepartedClient;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * One log line an error answer: a stack trace is for what nobody expected (500). What is away for a while (502, 503, 504)
 * is a warning, since during an outage every request ends so. Replaces the problem library's log, to which all of them
 * are alike; its category is switched off.
 */
@ApplicationScoped
public class ProblemLog implements ProblemPostProcessor {

    private static final Logger LOG = Logger.getLogger(ProblemLog.class);

    /** After {@link ProblemDefaults}: the log says what the client is told. */
    @Override
    public int priority() {
        return 10;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        int status = problem.getStatusCode();
        if (status >= CommonProblems.INTERNAL.status() && DepartedClient.isWhyItFailed(context.cause)) {
            LOG.debugf(context.cause, "%s, but the client is gone", line(problem, context));
        } else if (status == CommonProblems.INTERNAL.status()) {
            LOG.error(line(problem, context), context.cause);
        } else if (status > CommonProblems.INTERNAL.status()) {
            LOG.warnf("%s, cause=%s", line(problem, context), rootOf(context.cause));
        } else if (LOG.isInfoEnabled()) {
            LOG.info(line(problem, context));
        }
        return problem;
    }

    private static String line(HttpProblem problem, ProblemContext context) {
        return onOneLine("status=" + problem.getStatusCode() + ", path=" + context.path + ", type=" + problem.getType()
                + ", detail=\"" + problem.getDetail() + "\"");
    }

    private static String rootOf(Throwable cause) {
        Throwable root = cause;
        for (int depth = 0; depth < 20 && root.getCause() != null; depth++) {
            root = root.getCause();
        }
        return onOneLine(root.toString());
    }

    /** Nobody may write a line of their own into the log. */
    private static String onOneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
