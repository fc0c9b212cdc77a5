package p;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.*;
import software.amazon.cloudformation.proxy.*;
public class ReadHandler extends Base {
    protected ProgressEvent<M, C> handleRequest(AmazonWebServicesClientProxy proxy, ResourceHandlerRequest<M> request, C ctx, ProxyClient<RdsClient> client, Logger log) {
        return proxy.initiate("x", client, request.getDesiredResourceState(), ctx)
            .translateToServiceRequest(Translator::describe)
            .makeServiceCall((req, inv) -> inv.injectCredentialsAndInvokeV2(req, inv.client()::describeDBClusters))
            .done(r -> null);
    }
    void del(ProxyClient<RdsClient> proxyClient) {
        proxyClient.injectCredentialsAndInvokeV2(DeleteDbClusterRequest.builder().dbClusterIdentifier("gone").skipFinalSnapshot(true).build(), proxyClient.client()::deleteDBCluster);
        proxyClient.client().describeDBEngineVersions();
    }
}
