package io.cloudshop.products.search;

import java.net.URI;
import org.apache.http.HttpRequest;
import org.apache.http.client.methods.HttpRequestWrapper;
import org.apache.http.protocol.HttpContext;
import org.hibernate.search.backend.elasticsearch.client.rest4.ElasticsearchHttpClientConfigurationContext;
import org.hibernate.search.backend.elasticsearch.client.rest4.ElasticsearchHttpClientConfigurer;
import org.hibernate.search.engine.environment.bean.BeanReference;
import org.hibernate.search.engine.environment.bean.spi.BeanConfigurationContext;
import org.hibernate.search.engine.environment.bean.spi.BeanConfigurer;

/**
 * Lets Hibernate Search write through aliases only: where an index was lost, an engine that makes indexes by itself would
 * make a plain one of the alias' name, and take everything into it. Found as a service (META-INF/services).
 */
public final class AliasedWrites implements BeanConfigurer, ElasticsearchHttpClientConfigurer {

    private static final String BULK = "/_bulk";

    @Override
    public void configure(BeanConfigurationContext context) {
        context.define(ElasticsearchHttpClientConfigurer.class, BeanReference.ofInstance(this));
    }

    @Override
    public void configure(ElasticsearchHttpClientConfigurationContext context) {
        context.clientBuilder()
                .addInterceptorFirst(AliasedWrites::requireAlias)
                .addInterceptorFirst(CachedSearches::remember);
    }

    private static void requireAlias(HttpRequest request, HttpContext context) {
        if (request instanceof HttpRequestWrapper bulk
                && BULK.equals(bulk.getURI().getPath())) {
            String others = bulk.getURI().getRawQuery();
            bulk.setURI(URI.create(BULK + "?require_alias=true" + (others == null ? "" : "&" + others)));
        }
    }
}
