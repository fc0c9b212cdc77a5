"""Performance Insights: ARNs say "rds" where requests say RDS; of other engines AWS does not say how theirs are written."""
import boto3

pi = boto3.client("pi")
pi.get_resource_metrics(ServiceType="RDS", Identifier="db-ABC", MetricQueries=[], StartTime=0, EndTime=1)
pi.get_resource_metadata(ServiceType="DOCDB", Identifier="db-DEF")
pi.get_performance_analysis_report(ServiceType="RDS", Identifier="db-ABC", AnalysisReportId="report-1")
