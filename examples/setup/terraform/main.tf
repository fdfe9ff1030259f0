# What a GitHub repository needs in AWS to deploy to App Runner; ../README.md tells more.

data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

locals {
  account = data.aws_caller_identity.current.account_id

  role_name  = var.role_name != "" ? var.role_name : "${var.previews ? "preview" : "deploy"}-${var.service}"
  repository = var.ecr_repository != "" ? var.ecr_repository : lower(var.service)

  # What would be longer than App Runner takes keeps its start, and ends in a hash before -pr-.
  preview_services = length(var.service) <= 30 ? "${var.service}-pr-*" : "${substr(var.service, 0, 18)}*-pr-*"

  # By their names, so that a plan shows the whole policies.
  access_role_arn   = "arn:aws:iam::${local.account}:role/${local.role_name}-ecr"
  instance_role_arn = var.instance_role == "new" ? "arn:aws:iam::${local.account}:role/${local.role_name}-instance" : var.instance_role

  features = {
    deploy            = true
    previews          = var.previews
    lifecycle         = var.lifecycle_commands
    tags              = var.tags
    create-repository = var.create_repository
    auto-scaling      = var.auto_scaling
    latest-revisions  = var.latest_revisions
    private-service   = var.private_service
    other-image       = var.image_repository_arn != ""
    code-repository   = var.code_repository
    instance-role     = var.instance_role != ""
    first-service     = var.first_service
  }

  access_policies = {
    pull             = true
    pull-other-image = var.image_repository_arn != ""
  }

  place = {
    region               = data.aws_region.current.id
    account              = local.account
    service              = var.previews ? local.preview_services : var.service
    repository           = local.repository
    access_role_arn      = local.access_role_arn
    instance_role_arn    = local.instance_role_arn
    image_repository_arn = var.image_repository_arn
  }

  issuer            = "token.actions.githubusercontent.com"
  oidc_provider_arn = var.oidc_provider_arn != "" ? var.oidc_provider_arn : "arn:aws:iam::${local.account}:oidc-provider/${local.issuer}"

  subjects = concat(
    var.previews ? ["repo:${var.github_repository}:pull_request"] : [],
    [for branch in var.branches : "repo:${var.github_repository}:ref:refs/heads/${branch}"],
    [for environment in var.environments : "repo:${var.github_repository}:environment:${environment}"],
  )
}

resource "aws_iam_openid_connect_provider" "github" {
  count          = var.oidc_provider_arn == "" ? 1 : 0
  url            = "https://${local.issuer}"
  client_id_list = ["sts.amazonaws.com"]
}

resource "aws_iam_role" "deploy" {
  name                 = local.role_name
  description          = "Deploys ${var.service} to App Runner from ${var.github_repository}"
  max_session_duration = var.max_session_seconds
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = local.oidc_provider_arn }
      Condition = {
        StringEquals = { "${local.issuer}:aud" = "sts.amazonaws.com" }
        StringLike   = { "${local.issuer}:sub" = local.subjects }
      }
    }]
  })
  depends_on = [aws_iam_openid_connect_provider.github]

  lifecycle {
    precondition {
      condition     = length(local.subjects) > 0
      error_message = "Name branches or environments, or set previews to true, so that somebody may assume the role."
    }
  }
}

resource "aws_iam_role_policy" "deploy" {
  for_each = toset([for name, on in local.features : name if on])
  role     = aws_iam_role.deploy.name
  name     = each.key
  policy   = templatefile("${path.module}/../policies/${each.key}.json", local.place)
}

resource "aws_iam_role" "access" {
  name        = "${local.role_name}-ecr"
  description = "App Runner pulls the image of ${var.service} with it"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "build.apprunner.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "access" {
  for_each = toset([for name, on in local.access_policies : name if on])
  role     = aws_iam_role.access.name
  name     = each.key
  policy   = templatefile("${path.module}/../policies/${each.key}.json", local.place)
}

resource "aws_iam_role" "instance" {
  count       = var.instance_role == "new" ? 1 : 0
  name        = "${local.role_name}-instance"
  description = "${var.service} runs as this role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "tasks.apprunner.amazonaws.com" }
    }]
  })
}

# As create-repository makes it, but for latest, which can't be moved either: that exception takes version 6.8
# of the provider. Terraform does not delete a repository that has images.
resource "aws_ecr_repository" "images" {
  count                = var.create_ecr_repository && !var.previews ? 1 : 0
  name                 = local.repository
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }

  encryption_configuration {
    encryption_type = "AES256"
  }
}

resource "aws_ecr_lifecycle_policy" "images" {
  count      = length(aws_ecr_repository.images)
  repository = aws_ecr_repository.images[0].name
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = "Keep the last 50 images"
      selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 50 }
      action       = { type = "expire" }
    }]
  })
}
