package io.cloudshop.frontend.telemetry;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.frontend.delivery.ShopAddresses;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;

/**
 * Where pages report how quick they were and what went wrong, for the metrics of this service: anybody can send anything, so that
 * what is taken is bounded in kind, in size and in number, and what does not fit is 422 and changes nothing.
 */
@Path("/page-reports")
@PermitAll
public class PageReportResource {

    private static final int MOST_A_SECOND = 100;

    private final PageMetrics metrics;
    private final Pace pace;

    PageReportResource(PageMetrics metrics, Clock clock) {
        this.metrics = metrics;
        this.pace = new Pace(MOST_A_SECOND, clock);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public void post(@Valid @NotNull PageReport report) {
        if (!pace.admits()) {
            metrics.refuse();
            throw new DomainException(
                            CommonProblems.ofStatus(429), "Many pages report at once; this report is not needed.")
                    .header("Retry-After", "1");
        }
        String route = ShopAddresses.PATTERNS.contains(report.route()) ? report.route() : "other";
        report.vitals().forEach(vital -> metrics.record(route, vital));
        report.errors().forEach(error -> metrics.record(route, error));
    }
}
