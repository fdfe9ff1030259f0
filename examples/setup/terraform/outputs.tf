output "role_arn" {
  description = "For role-to-assume"
  value       = aws_iam_role.deploy.arn
}

output "access_role_arn" {
  description = "For access-role-arn"
  value       = aws_iam_role.access.arn
}

output "instance_role_arn" {
  description = "For instance-role-arn"
  value       = var.instance_role == "new" ? aws_iam_role.instance[0].arn : var.instance_role
}

output "region" {
  description = "For aws-region"
  value       = data.aws_region.current.id
}

output "repository" {
  description = "For repository, where it is not the service's name"
  value       = local.repository
}

output "oidc_provider_arn" {
  description = "For oidc_provider_arn of the next role"
  value       = local.oidc_provider_arn
  depends_on  = [aws_iam_openid_connect_provider.github]
}
