variable "github_repository" {
  type        = string
  description = "OWNER/NAME. For a repository that was made, renamed or moved after 15 July 2026 OWNER@ID/NAME@ID, as GitHub's tokens name it."
  validation {
    condition     = can(regex("^[A-Za-z0-9_.@-]+/[A-Za-z0-9_.@-]+$", var.github_repository))
    error_message = "github_repository must be OWNER/NAME, or OWNER@ID/NAME@ID."
  }
}

variable "service" {
  type        = string
  description = "Name of the App Runner service, with previews of the one that has them."
  validation {
    condition     = can(regex("^[A-Za-z0-9][A-Za-z0-9_-]{3,39}$", var.service))
    error_message = "service must be 4 to 40 of A-Z a-z 0-9 - _, starting with a letter or digit."
  }
}

variable "branches" {
  type        = list(string)
  description = "Branches whose workflows may assume the role. release/* means all that start so."
  default     = ["main"]
}

variable "environments" {
  type        = list(string)
  description = "Environments whose jobs may assume the role. A job with an environment has that as its subject, not its branch."
  default     = []
}

variable "previews" {
  type        = bool
  description = "Whether the role is for the previews of pull requests, which may then assume it, and not for the service itself."
  default     = false
}

variable "oidc_provider_arn" {
  type        = string
  description = "GitHub's identity provider, where the account has it already. Default makes it."
  default     = ""
}

variable "create_ecr_repository" {
  type        = bool
  description = "Whether to make the ECR repository. Not for previews, which use the service's."
  default     = true
}

variable "ecr_repository" {
  type        = string
  description = "Name of the ECR repository. Default is the service's name in lower case."
  default     = ""
}

variable "instance_role" {
  type        = string
  description = "Role of the running application. Empty for none, new to make one without permissions, or the ARN of one that tasks.apprunner.amazonaws.com may assume."
  default     = ""
}

variable "lifecycle_commands" {
  type        = bool
  description = "Whether workflows pause, resume and delete the service. With it a deployment also resumes a paused service and removes what a failed creation left."
  default     = false
}

variable "tags" {
  type        = bool
  description = "Whether workflows use tags or skip-unchanged. Previews have what these need."
  default     = false
}

variable "create_repository" {
  type        = bool
  description = "Whether workflows use create-repository, in place of create_ecr_repository."
  default     = false
}

variable "auto_scaling" {
  type        = bool
  description = "Whether workflows use min-size, max-size or max-concurrency."
  default     = false
}

variable "latest_revisions" {
  type        = bool
  description = "Whether workflows name auto scaling or observability configurations without a revision."
  default     = false
}

variable "private_service" {
  type        = bool
  description = "Whether the service is private, so that its URL is that of a VPC ingress connection."
  default     = false
}

variable "image_repository_arn" {
  type        = string
  description = "ECR repository of images that workflows name with image and do not build, in this account or another."
  default     = ""
}

variable "code_repository" {
  type        = bool
  description = "Whether workflows use source-repository, so that App Runner builds the code."
  default     = false
}

variable "first_service" {
  type        = bool
  description = "Whether the account has had no App Runner service yet in any Region."
  default     = false
}

variable "role_name" {
  type        = string
  description = "Name of the role, which those of the other roles start with. Default is deploy-SERVICE, or preview-SERVICE. Two Regions need two names."
  default     = ""
}

variable "max_session_seconds" {
  type        = number
  description = "The most that role-duration-seconds can be."
  default     = 3600
}
