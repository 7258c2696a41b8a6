"""Stand-ins for AWS, GitHub and Telegram on one machine, and the trials of the image and the pipeline that run on them.

    stand_ins   PostgreSQL, a Bot API without chats, and the AWS calls that the bot makes
    gateway     API Gateway in front of one function
    cloud       the AWS calls that a deployment makes: stacks, registry, sam, gateways
    expand      the SAM template as CloudFormation gets it; test_template checks the result
    world       everything that the pipeline meets
    workflow    GitHub's runner; outcome checks what a run leaves behind
    phone       draws scripted chats as a phone shows them

``python -m rehearsal`` runs the pipeline on them, ``accept_image.sh`` an image.
"""
